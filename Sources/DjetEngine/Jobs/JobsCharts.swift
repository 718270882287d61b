import DjetModel

/// The charts and the figures behind them.
struct JobsCharts: Codable, Sendable {
    var figures: JobsFigures
    var total: JobsFigures.Bar
    var queue: String?
    var kind: String?
    /// The choices and drawings of the HTML page; null for programs.
    var form: JobsChartsForm?
}

/// The choices and drawings of the charts' page.
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
