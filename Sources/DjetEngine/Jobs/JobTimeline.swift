import DjetModel
import Foundation

/// The life of a job, from its offload to its end or to now.
struct JobTimeline: Codable, Sendable {
    /// The lanes of the picture.
    enum Lane: String, Codable, Sendable, CaseIterable {
        case wait, attempt, step, signal
    }

    /// A span of time, or a moment.
    struct Entry: Codable, Sendable {
        var lane: Lane
        /// The entry in a few words.
        var title: String
        var since: Date
        /// The end; the same time for a moment.
        var until: Date
        var seconds: Double
        /// The status that an attempt led to, `error` if it failed; null for what is no attempt.
        var outcome: JobStatus?
        var worker: Int?
        /// The kind of an attempt's failure in a few words.
        var errorTitle: String?
        var errorType: String?
    }

    var since: Date
    var until: Date
    var seconds: Double
    /// True if the job has ended.
    var isOver: Bool
    /// True if earlier attempts or steps are left out.
    var isCut: Bool
    /// The entries, lane by lane, oldest first.
    var entries: [Entry]

    /// The most attempts, and the most steps.
    static let most = 50

    init(_ job: JobSummary, _ life: JobLife, _ signals: [SignalRecord], now: Date) {
        // Whoever owns the table can write `infinity`, of which no picture can be drawn.
        let offloadedAt = job.offloadedAt.isFinite ? job.offloadedAt : now
        let end = max(job.finishedAt.flatMap { $0.isFinite ? $0 : nil } ?? now, offloadedAt)
        let attempts = Self.attempts(of: job, life.attempts, until: end).filter(\.isFinite)
        let shown = Array(attempts.suffix(Self.most))
        let begin = shown.count < attempts.count ? shown.first?.since ?? offloadedAt : offloadedAt
        let steps = life.steps.suffix(Self.most).map { Entry(.step, $0.name, at: $0.doneAt) }
        let marks = (steps + signals.compactMap { Entry($0) }).filter(\.isFinite)
        since = begin
        until = end
        seconds = end.timeIntervalSince(begin)
        isOver = job.status.isEnded
        isCut = shown.count < attempts.count || steps.count < life.steps.count
        // Nobody notes when a job is parked: it was after all else that is known of it.
        let parked = signals.first(where: \.isParked).map { signal in
            let known = (shown + marks).map(\.until).filter { $0 <= end }.max() ?? begin
            return Entry(.signal, "waits for the signal “\(signal.name)”", known, end)
        }
        let pause = signals.first { $0.hasEndedTheWait(of: job) }.map { signal in
            let came = signal.sentAt ?? job.runAt
            let known = (shown + marks).map(\.until).filter { $0 < came }.max() ?? begin
            return Entry(.wait, "waited for the signal “\(signal.name)”", known, job.runAt)
        }
        let gaps = Self.gaps(
            between: shown, from: begin, to: parked?.since ?? end,
            pause ?? Entry(.wait, "not due", begin, job.runAt),
            isOpen: job.claimedAt == nil, parked == nil ? job.status.wait : "waited")
        entries = (gaps + shown + marks + [parked].compactMap(\.self)).filter { $0.until >= begin }
    }

    /// Returns the failed attempts, and the last one, which runs or has ended in another way. One that was
    /// snoozed or handed back has left no record.
    private static func attempts(
        of job: JobSummary, _ failed: [AttemptRecord], until end: Date
    ) -> [Entry] {
        var entries = failed.map { Entry($0) }
        if let claimed = job.claimedAt, failed.last?.attempt != job.attempt {
            var entry = Entry(.attempt, "attempt \(job.attempt)", claimed, end)
            entry.outcome = job.status
            entry.worker = job.worker
            entries.append(entry)
        }
        return entries
    }

    /// Returns the spans in which no attempt ran. `pause` ends when the job became due. If `isOpen`, the job
    /// has not been claimed since the last attempt, and `last` says what it did then.
    private static func gaps(
        between attempts: [Entry], from begin: Date, to end: Date, _ pause: Entry, isOpen: Bool,
        _ last: String
    ) -> [Entry] {
        var gaps: [Entry] = []
        var free = begin
        for attempt in attempts {
            gaps += waits(free, attempt.since, pause, "waited")
            free = max(free, attempt.until)
        }
        return isOpen ? gaps + waits(free, end, pause, last) : gaps
    }

    /// Returns a span of waiting; more if the time of the job came within, none if it is empty.
    private static func waits(_ begin: Date, _ end: Date, _ pause: Entry, _ title: String) -> [Entry] {
        guard begin < end else { return [] }
        guard begin < pause.until, pause.until < end else { return [Entry(.wait, title, begin, end)] }
        let since = max(begin, pause.since)
        return (begin < since ? [Entry(.wait, "waited", begin, since)] : [])
            + [Entry(.wait, pause.title, since, pause.until), Entry(.wait, title, pause.until, end)]
    }
}

extension SignalRecord {
    /// True if the job was parked until the signal came, or until the wait for it was over. A signal that
    /// comes makes a parked job due in the same moment.
    fileprivate func hasEndedTheWait(of job: JobSummary) -> Bool {
        guard let sentAt else { return timedOutAt != nil && endsAt == job.runAt }
        return (0..<1).contains(job.runAt.timeIntervalSince(sentAt))
    }
}

extension JobStatus {
    /// The state of a job that no worker runs.
    fileprivate var wait: String {
        switch self {
        case .entered: Words.key("in line")
        case .scheduled: Words.key("scheduled")
        case .waiting: Words.key("waits for other jobs")
        case .processing, .finished, .error, .cancelled: Words.key("waited")
        }
    }
}

extension JobTimeline.Entry {
    fileprivate init(_ lane: JobTimeline.Lane, _ title: String, _ since: Date, _ until: Date) {
        self.init(
            lane: lane, title: title, since: since, until: max(since, until),
            seconds: until.seconds(since: since) ?? 0)
    }

    fileprivate var isFinite: Bool { since.isFinite && until.isFinite }

    fileprivate init(_ lane: JobTimeline.Lane, _ title: String, at moment: Date) {
        self.init(lane, title, moment, moment)
    }

    fileprivate init(_ attempt: AttemptRecord) {
        self.init(.attempt, "attempt \(attempt.attempt)", attempt.startedAt, attempt.endedAt)
        outcome = .error
        worker = attempt.worker
        errorTitle = attempt.error.title
        errorType = attempt.error.type
    }

    /// Creates the moment when a signal came, or when its time was over; nil if it may still come.
    fileprivate init?(_ signal: SignalRecord) {
        if let sentAt = signal.sentAt {
            self.init(.signal, "“\(signal.name)” came", at: sentAt)
        } else if let timedOutAt = signal.timedOutAt {
            self.init(.signal, "“\(signal.name)” did not come", at: timedOutAt)
        } else {
            return nil
        }
    }
}

/// Times of rows. Whoever owns a table can write `infinity`.
extension Date {
    /// True if it comes some day.
    var isFinite: Bool { timeIntervalSince1970.isFinite }

    /// Returns the seconds from an earlier time, 0 if that is later; nil if one of them is infinite.
    func seconds(since start: Date) -> Double? {
        guard isFinite, start.isFinite else { return nil }
        return max(timeIntervalSince(start), 0)
    }
}
