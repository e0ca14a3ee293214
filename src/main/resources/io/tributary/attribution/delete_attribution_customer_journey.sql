-- Run again, the stage leaves no row twice.
delete from {store}.attribution_customer_journey
where run = :run::bigint
