/// A figure: the value of each turn, its reference, and its goal.
struct Figure: Sendable {
    enum Goal: Sendable {
        /// The least ratio to the reference, for values where more is better.
        case ratio(Double)
        /// The greatest value, where less is better.
        case atMost(Double)
    }

    struct Turn: Sendable {
        var djet: Double
        var reference: Double?

        var ratio: Double? { reference.flatMap { $0 > 0 ? djet / $0 : nil } }
    }

    let name: String
    let unit: String
    var goal: Goal?
    /// The reference's name.
    var reference: String?
    var turns: [Turn] = []

    var median: Double { Self.median(turns.map(\.djet)) ?? 0 }
    var referenceMedian: Double? { Self.median(turns.compactMap(\.reference)) }
    /// The median of the turns' ratios.
    var ratio: Double? { Self.median(turns.compactMap(\.ratio)) }

    /// The range of the turns' ratios, or of their values if there are no ratios.
    var spread: ClosedRange<Double>? {
        let values = ratio == nil ? turns.map(\.djet) : turns.compactMap(\.ratio)
        guard let least = values.min(), let greatest = values.max() else { return nil }
        return least...greatest
    }

    /// True if the goal is reached; nil without a goal.
    var isReached: Bool? {
        switch goal {
        case .ratio(let least): ratio.map { $0 >= least }
        case .atMost(let most): median <= most
        case nil: nil
        }
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
