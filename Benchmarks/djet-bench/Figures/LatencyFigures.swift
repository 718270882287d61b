/// A figure for each of some percentiles.
struct LatencyFigures: Sendable {
    private var figures: [(percentile: Double, figure: Figure)]

    /// - Parameters:
    ///   - percentiles: the percentiles, each with its greatest wanted value in milliseconds, if any.
    ///   - reference: the reference's name.
    init(
        _ name: String, _ percentiles: [(percentile: Int, atMost: Double?)], reference: String? = nil
    ) {
        figures = percentiles.map { percentile, most in
            let figure = Figure(
                name: "\(name), p\(percentile)", unit: "ms", goal: most.map { .atMost($0) },
                reference: reference)
            return (Double(percentile), figure)
        }
    }

    /// Adds a turn.
    mutating func add(_ latencies: Latencies, beside reference: Latencies? = nil) {
        for index in figures.indices {
            let percentile = figures[index].percentile
            figures[index].figure.turns.append(
                .init(
                    djet: latencies.milliseconds(at: percentile),
                    reference: reference?.milliseconds(at: percentile)))
        }
    }

    func show(in report: Report) {
        for entry in figures { report.add(entry.figure) }
    }
}
