import DjetModel
import Foundation

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

    /// A window that the query states, and the ways out of it.
    struct Window: Codable, Sendable {
        var since: Date
        var until: Date
        var earlierPath: String
        /// The address of the window after this one; null if that lies ahead.
        var laterPath: String?
        var widerPath: String
        /// The address of the list of jobs that ended in it.
        var jobsPath: String
    }

    /// The period; null for a window.
    var period: String?
    /// The window; null for a period.
    var window: Window?
    var periods: [Period]
    var queues: [JobsChoice]
    var kinds: [String]
    var throughput: String
    var times: String
    var failures: String
    /// The bars with jobs, for a table.
    var bars: [JobsFigures.Bar]
}
