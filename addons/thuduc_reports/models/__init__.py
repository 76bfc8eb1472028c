from . import reporting_year
from . import analysis
from . import deadline_analysis
from . import case_analysis
from . import sanction_analysis
