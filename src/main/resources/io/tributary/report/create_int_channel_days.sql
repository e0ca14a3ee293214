-- One row per channel and day: every model's credit and revenue.
create table {work}.int_channel_days (
    channel varchar(256),
    session_date date{#for model in models},
    {model}_credit decimal(38, 9),
    {model}_revenue decimal(38, 13){/for}
)
