/// A figure for each percentile that is of interest.
struct LatencyFigures: Sendable {
    private var figures: [(percentile: Double, figure: Figure)]

    /// - Parameter percentiles: which, and the most milliseconds that each should be, if anything is wanted.
    init(_ name: String, _ percentiles: [(percentile: Int, atMost: Double?)]) {
        figures = percentiles.map { percentile, most in
            let goal = most.map { Figure.Goal.atMost($0) }
            return (Double(percentile), Figure(name: "\(name), p\(percentile)", unit: "ms", goal: goal))
        }
    }

    /// Adds a turn.
    mutating func add(_ latencies: Latencies) {
        for index in figures.indices {
            let value = latencies.milliseconds(at: figures[index].percentile)
            figures[index].figure.turns.append(.init(djet: value))
        }
    }

    func show(in report: Report) {
        for entry in figures { report.add(entry.figure) }
    }
}
