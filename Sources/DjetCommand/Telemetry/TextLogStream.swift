/// The stream of a log as text, a line for each event.
///
/// Control characters become blanks. Texts of jobs and requests stand in the log: one with a line feed would
/// begin a line of its own, and others steer the terminal of whoever reads it.
struct TextLogStream: TextOutputStream, Sendable {
    private let writeLine: @Sendable (String) -> Void

    init(_ writeLine: @escaping @Sendable (String) -> Void = JSONLogHandler.toStandardError) {
        self.writeLine = writeLine
    }

    func write(_ text: String) {
        let isEnded = text.utf8.last == UInt8(ascii: "\n")
        let line = isEnded ? String(text.unicodeScalars.dropLast()) : text
        writeLine(line.onOneLine + (isEnded ? "\n" : ""))
    }
}
