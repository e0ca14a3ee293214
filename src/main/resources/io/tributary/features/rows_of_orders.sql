select
    id,
    {source} as source,
    source_id,
    type,
    version,
    event_time,
    payload,
    product_lines,
    products,
    profile,
    seen,
    gone,
    day
from {work}.{orders}
