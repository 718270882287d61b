/// The figures as an SVG: for each, a bar of its share of the goal, and a dot for each turn.
struct FigurePlot {
    private let figures: [Figure]
    private static let height = 34
    private static let left = 330.0
    private static let width = 420.0

    init(_ figures: [Figure]) {
        self.figures = figures.filter { $0.isReached != nil }
    }

    var svg: String {
        let total = figures.count * Self.height + 50
        let rows = figures.enumerated().map { row($1, at: $0 * Self.height + 40) }.joined()
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 \(total)" font-family="sans-serif" font-size="12">
            <rect width="800" height="\(total)" fill="#fff"/>
            <text x="\(Self.left)" y="20">of what is wanted: the line is 1, a longer bar is better</text>
            \(rows)<path d="M\(Self.x(1)) 28V\(total - 10)" stroke="#222"/>
            </svg>

            """
    }

    private func row(_ figure: Figure, at y: Int) -> String {
        let reached = figure.turns.compactMap { Self.reached($0, figure.goal) }
        let middle =
            Self.reached(.init(djet: figure.median, reference: figure.referenceMedian), figure.goal) ?? 0
        let colour = figure.isReached == true ? "#7fb38a" : "#d98880"
        let dots = reached.map {
            "<circle cx=\"\(Self.x($0))\" cy=\"\(y + 9)\" r=\"2.5\" fill=\"#222\" fill-opacity=\"0.6\"/>"
        }
        return "<text x=\"10\" y=\"\(y + 13)\">\(Self.escaped(FigureText.title(figure)))</text>"
            + "<rect x=\"\(Self.left)\" y=\"\(y)\" width=\"\(Self.x(middle) - Self.left)\" height=\"18\" fill=\"\(colour)\"/>"
            + dots.joined() + "\n"
    }

    /// Returns a turn's share of the goal: 1 where the goal is just reached, nil without a goal.
    private static func reached(_ turn: Figure.Turn, _ goal: Figure.Goal?) -> Double? {
        switch goal {
        case .ratio(let least): turn.ratio.map { $0 / least }
        case .atMost(let most): turn.djet > 0 ? most / turn.djet : nil
        case nil: nil
        }
    }

    private static func x(_ reached: Double) -> Double {
        (left + min(max(reached, 0), 2) / 2 * width).rounded()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}

extension FigureText {
    /// Returns the text beside a figure's bar.
    static func title(_ figure: Figure) -> String {
        let value = figure.ratio ?? figure.median
        let unit = figure.ratio == nil ? " \(figure.unit)" : ""
        return "\(figure.name): \(number(value))\(unit)"
    }
}
