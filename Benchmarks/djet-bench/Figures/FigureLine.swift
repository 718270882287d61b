import DjetCommand

/// A figure as a line of text.
struct FigureLine {
    let figure: Figure

    init(_ figure: Figure) {
        self.figure = figure
    }

    var text: String {
        [value, beside, spread, goal].compactMap(\.self).joined(separator: ", ")
    }

    private var value: String {
        "\(figure.name): \(FigureText.number(figure.median)) \(figure.unit)"
    }

    private var beside: String? {
        guard let reference = figure.referenceMedian, let ratio = figure.ratio else { return nil }
        return "\(figure.reference ?? "reference") \(FigureText.number(reference)), "
            + "ratio \(FigureText.number(ratio))"
    }

    private var spread: String? {
        guard figure.turns.count > 1, let spread = figure.spread else { return nil }
        return "(\(FigureText.number(spread.lowerBound)) to \(FigureText.number(spread.upperBound)))"
    }

    private var goal: String? {
        guard let isReached = figure.isReached else { return nil }
        let mark = isReached ? Ink.green("✓", on: .output) : Ink.red("✗", on: .output)
        switch figure.goal {
        case .ratio(let least): return "at least \(FigureText.number(least)) \(mark)"
        case .atMost(let most): return "at most \(FigureText.number(most)) \(mark)"
        case nil: return nil
        }
    }
}
