/// Every turn of every figure as tab-separated text, with unrounded numbers.
struct FigureTable {
    private let figures: [(benchmark: String, figure: Figure)]

    init(_ figures: [(benchmark: String, figure: Figure)]) {
        self.figures = figures
    }

    var text: String {
        let head = ["benchmark", "figure", "turn", "unit", "djet", "reference", "ratio", "wanted"]
        let lines = figures.flatMap { entry in
            entry.figure.turns.enumerated().map { index, turn in
                [
                    entry.benchmark, entry.figure.name, "\(index + 1)", entry.figure.unit, "\(turn.djet)",
                    turn.reference.map { "\($0)" } ?? "", turn.ratio.map { "\($0)" } ?? "",
                    Self.wanted(entry.figure),
                ]
            }
        }
        return ([head] + lines).map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    private static func wanted(_ figure: Figure) -> String {
        switch figure.goal {
        case .ratio(let least): "ratio >= \(least)"
        case .atMost(let most): "<= \(most)"
        case nil: ""
        }
    }
}
