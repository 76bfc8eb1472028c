from . import event_record
from . import event_withdraw
from . import deadline_override
from . import document_remark
from . import register_book
from . import handover_send
from . import handover_return
