import DjetModel

/// The charts, and the figures that they are made of.
struct JobsCharts: Codable, Sendable {
    var figures: JobsFigures
    var total: JobsFigures.Bar
    var queue: String?
    var kind: String?
    /// What the page shows; not for programs.
    var form: JobsChartsForm?
}

/// What the page of the charts shows.
struct JobsChartsForm: Codable, Sendable {
    struct Period: Codable, Sendable {
        var title: String
        var path: String
        var isHere: Bool
    }

    var period: String
    var periods: [Period]
    var queues: [JobsChoice]
    var kinds: [String]
    var throughput: String
    var times: String
    var failures: String
}
