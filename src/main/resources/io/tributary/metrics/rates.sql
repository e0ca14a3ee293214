-- What a day, week or month makes of its sessions; zeros where none happened.
    coalesce(happened.total_sessions, 0)::bigint as total_sessions,
    coalesce(
        100 * happened.bounces::float8
            / nullif(happened.total_sessions, 0)::float8,
        0
    ) as bounce_rate,
    coalesce(
        happened.seconds::float8 / nullif(happened.total_sessions, 0)::float8, 0
    ) as avg_session_length
