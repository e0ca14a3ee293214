-- One row: sessions by day, and days.
select
    (select count(*) from {work}.int_session_days) as session_days,
    (select count(*) from {work}.int_days) as days
