from . import payment_cancel
