import DjetModel
import DjetStore

/// A line of progress at the bottom of a terminal. Elsewhere it prints nothing.
final class ProgressBar: Sendable {
    private let terminal: Terminal
    private let title: String
    private let isShown = Guarded(false)

    init(_ title: String, on terminal: Terminal = .error) {
        self.title = title
        self.terminal = terminal
    }

    func show(_ progress: JobProgress? = nil) {
        guard terminal.isInteractive else { return }
        let line = Self.line(title, progress, width: terminal.width - 1)
        isShown.withLock { isShown in
            isShown = true
            terminal.write("\r\u{1B}[2K" + line)
        }
    }

    /// Removes the line, so that something else can be written.
    func clear() {
        isShown.withLock { isShown in
            if isShown { terminal.write("\r\u{1B}[2K") }
            isShown = false
        }
    }

    /// Returns the line: title, bar, amounts and note, as far as they fit.
    static func line(_ title: String, _ progress: JobProgress?, width: Int) -> String {
        var parts = [title]
        if let progress {
            if let of = progress.of, of > 0 {
                parts.append(bar(min(max(Double(progress.done) / Double(of), 0), 1)))
            }
            parts.append(amounts(progress))
            if let note = progress.note { parts.append(note.onOneLine) }
        }
        return String(parts.joined(separator: "  ").prefix(max(width, 0)))
    }

    private static func bar(_ part: Double) -> String {
        let full = Int(part * 24)
        let blocks = String(repeating: "█", count: full) + String(repeating: "░", count: 24 - full)
        return blocks + " " + "\(Int(part * 100)) %".padded(to: 5, onTheLeft: true)
    }

    private static func amounts(_ progress: JobProgress) -> String {
        guard let of = progress.of else { return progress.done.grouped }
        return "\(progress.done.grouped) of \(of.grouped)"
    }
}
