-- One row: the run whose rows the published views show.
select run
from {store}.live
