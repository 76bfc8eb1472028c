from . import event_record
from . import payment_cancel
from . import violation_revise
