-- An outcome that was loaded before is replaced.
delete from {published}.attribution_requests
using {work}.loaded_results as loaded
where attribution_requests.run_id = loaded.run_id
    and attribution_requests.request_id = loaded.request_id
