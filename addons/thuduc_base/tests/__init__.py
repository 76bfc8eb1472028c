from . import test_conventions
from . import test_deadline
from . import test_deadline_rule
from . import test_deferred_replay
from . import test_import
from . import test_proceeding
