/// The verdict on a run: its figures and findings.
struct Verdict: Sendable, CustomStringConvertible {
    let figures: Figures
    let findings: [Finding]

    var isClean: Bool { findings.allSatisfy { $0.count == 0 } }

    var description: String {
        let happened = figures.rows.map { Self.line($0.what, 20) + $0.figure }
        let found = findings.flatMap { finding in
            ["  " + Self.right("\(finding.count)", 9) + "  " + finding.what]
                + finding.examples.map { "             \($0)" }
        }
        let sum = findings.reduce(0) { $0 + $1.count }
        let verdict = sum == 0 ? "nothing was found" : "\(sum) FOUND"
        return
            (["", "What happened"] + happened + ["", "What there must be none of"] + found + [
                "", "chaos: \(verdict)",
            ])
            .joined(separator: "\n")
    }

    private static func line(_ word: String, _ width: Int) -> String {
        "  " + word + String(repeating: " ", count: max(width - word.count, 1))
    }

    private static func right(_ word: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - word.count, 0)) + word
    }
}
