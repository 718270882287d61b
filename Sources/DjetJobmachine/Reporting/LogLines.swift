import DjetModel

/// The lines of a job that have not been fetched yet, within the limits, and the number of those left out.
struct LogLines: Sendable {
    private struct Line {
        let at: ContinuousClock.Instant
        let level: String
        let message: String
    }

    private let limits: LogLimits
    private var lines: [Line] = []
    private var leftOut = 0
    private var amount = 0
    private var secondBegan: ContinuousClock.Instant?
    private var inSecond = 0

    init(_ limits: LogLimits = LogLimits()) {
        self.limits = limits
    }

    var isEmpty: Bool { lines.isEmpty && leftOut == 0 }

    mutating func add(_ level: String, _ message: String, at now: ContinuousClock.Instant) {
        if secondBegan.map({ $0.duration(to: now) >= .seconds(1) }) ?? true {
            (secondBegan, inSecond) = (now, 0)
        }
        guard inSecond < limits.perSecond, amount < limits.perAttempt else {
            leftOut += 1
            return
        }
        inSecond += 1
        amount += 1
        tellWhatWasLeftOut(now)
        lines.append(Line(at: now, level: level, message: StoredText.of(message)))
    }

    /// Counts lines that could not be passed on as left out.
    mutating func lose(_ count: Int) {
        leftOut += count
    }

    /// Removes and returns all lines; the last one tells how many were left out, if any.
    mutating func take(_ now: ContinuousClock.Instant) -> [PendingLogLine] {
        tellWhatWasLeftOut(now)
        defer { lines = [] }
        return lines.map { line in
            PendingLogLine(
                age: line.at.duration(to: now) / .seconds(1), level: line.level, message: line.message)
        }
    }

    private mutating func tellWhatWasLeftOut(_ now: ContinuousClock.Instant) {
        guard leftOut > 0 else { return }
        let message = leftOut == 1 ? "a line was left out here" : "\(leftOut) lines were left out here"
        lines.append(Line(at: now, level: "warning", message: message))
        leftOut = 0
    }
}

/// The limits on the lines of a job's log. Lines beyond them are counted, and the count is logged.
struct LogLimits: Sendable {
    /// The most lines in a second.
    var perSecond = 200
    /// The most lines in an attempt.
    var perAttempt = 10_000
}
