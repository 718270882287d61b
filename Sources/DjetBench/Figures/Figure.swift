/// A figure: what was measured in each turn, beside its reference, and what is wanted of it.
struct Figure: Sendable {
    enum Goal: Sendable {
        /// Of the reference, where more is better.
        case ratio(Double)
        /// Less is better.
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
    /// What it is measured beside.
    var reference: String?
    var turns: [Turn] = []

    var median: Double { Self.median(turns.map(\.djet)) ?? 0 }
    var referenceMedian: Double? { Self.median(turns.compactMap(\.reference)) }
    /// The middle one of the turns' ratios.
    var ratio: Double? { Self.median(turns.compactMap(\.ratio)) }

    /// The least and the greatest of what the goal is about.
    var spread: ClosedRange<Double>? {
        let values = ratio == nil ? turns.map(\.djet) : turns.compactMap(\.ratio)
        guard let least = values.min(), let greatest = values.max() else { return nil }
        return least...greatest
    }

    /// Whether it is what is wanted; nil if nothing is.
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
