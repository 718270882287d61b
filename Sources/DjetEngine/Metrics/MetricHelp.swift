/// The meanings of the figures, as Prometheus shows them.
enum MetricHelp {
    /// The meaning of each of Djet's own figures.
    static let texts: [String: String] = [
        "djet_attempt_seconds": "Seconds of attempts in this process, by kind and outcome.",
        "djet_claimed_jobs_total": "Jobs that workers of this process have claimed, by queue.",
        "djet_claims_total": "Looks for jobs by workers of this process, by queue.",
        "djet_http_request_seconds": "Seconds until an answer began, by basetype and route.",
        "djet_http_requests_total":
            "Answers by method, basetype, route and class of status; 499 if the client left before.",
        "djet_job_run_seconds": "Seconds of the last attempts of ended jobs, by kind. A minute or two late.",
        "djet_job_wait_seconds":
            "Seconds that ended jobs had waited for their last attempt, by queue. A minute or two late.",
        "djet_jobs": "Jobs by queue and status, ended ones included as far as they are kept.",
        "djet_kind_attempts_total": "Attempts at ended jobs, by kind. A minute or two late.",
        "djet_kind_jobs_ended_total": "Ended jobs by kind and status. A minute or two late.",
        "djet_listener_proof_age_seconds":
            "Seconds since the listening connection of this process last proved that it hears.",
        "djet_oldest_snapshot_transactions":
            "Transactions since the oldest snapshot that somebody holds; vacuum removes nothing newer.",
        "djet_pool_connection_limit": "Connections that this process may have open, the listening one aside.",
        "djet_pool_connections": "Open connections of this process, used or idle.",
        "djet_pool_waiting": "Tasks of this process that wait for a free connection.",
        "djet_queue_jobs_ended_total": "Ended jobs by queue and status. A minute or two late.",
        "djet_queue_oldest_seconds": "Seconds that the next job of a queue has been able to run.",
        "djet_queue_paused": "1 if the queue is paused, otherwise 0.",
        "djet_refused_reports_total": "Reports that the fence refused, by what they reported.",
        "djet_rings_total": "Rings that workers of this process have heard, by queue.",
        "djet_worker_slots": "Jobs that all live workers can run at once.",
        "djet_workers": "Live workers.",
    ]

    /// Returns the meaning of a figure, or only what it is if the program itself has made it.
    static func text(of name: String, _ kind: MetricSeries.Kind) -> String {
        texts[name] ?? "A \(kind) of this program."
    }
}
