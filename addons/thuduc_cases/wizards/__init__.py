from . import case_intake
from . import event_record
