-- What such runs superseded is valid again.
update {store}.{table}
set to_run = null
where to_run > (select run from {store}.live)
