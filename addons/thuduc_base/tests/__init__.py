from . import test_deadline
from . import test_deadline_rule
from . import test_proceeding
