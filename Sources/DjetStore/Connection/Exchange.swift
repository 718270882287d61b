import DequeModule

/// The result of the statements up to one sync: all their answers, or the first error.
package typealias Outcome = Result<[Rows], StoreError>

/// Statements that are sent in one flush, and the answers received so far.
///
/// A segment ends in a sync: unless it says `begin` itself, the server runs it as one transaction.
struct Exchange {
    enum Step {
        case prepare(name: String, segment: Int, statement: Int)
        case run(segment: Int, statement: Int)
        case sync
    }

    /// The time by which the answer is due.
    struct Deadline {
        let limit: Duration
        let end: ContinuousClock.Instant
    }

    let id: UInt64
    /// The longest the answer may take; nil if the server's life is the only limit.
    let limit: Duration?
    /// Set when the exchange enters the line.
    var deadline: Deadline?
    private(set) var segments: [[Statement]]
    /// The posted statements, which begin the first segment; nobody wants their answers.
    private(set) var carried: [Statement] = []
    /// The waiter; nil if nobody waits.
    let continuation: CheckedContinuation<[Outcome], any Error>?
    /// The number of segments that the waiter waits for, the first ones.
    let awaited: Int
    /// Called when everything is over, with the outcomes of the answered segments.
    let onEnd: (@Sendable ([Outcome]) -> Void)?
    /// True if the waiter has been told, or there is none.
    private(set) var isAnswered: Bool
    var steps = Deque<Step>()
    var isCancelled = false
    private(set) var isSentAgain = false

    private(set) var outcomes: [Outcome] = []
    private var answers: [Rows] = []
    private(set) var failure: StoreError?
    /// True if its `begin` failed.
    private(set) var hasFailedToBegin = false
    private var hasAnswer = false

    init(
        id: UInt64, segments: [[Statement]], continuation: CheckedContinuation<[Outcome], any Error>?,
        awaited: Int? = nil, limit: Duration? = nil, onEnd: (@Sendable ([Outcome]) -> Void)? = nil
    ) {
        self.id = id
        self.limit = limit
        self.segments = segments
        self.continuation = continuation
        self.awaited = awaited ?? segments.count
        self.onEnd = onEnd
        isAnswered = continuation == nil
    }

    /// Returns the same exchange, behind posted statements.
    func carrying(_ posted: [Statement]) -> Exchange {
        guard !posted.isEmpty else { return self }
        var copy = self
        copy.carried = posted
        copy.segments[0] = posted + segments[0]
        return copy
    }

    /// The next step once a result has been taken in.
    enum Progress {
        case goesOn
        case prepared(name: String, statement: String)
        case refusedToPrepare(name: String)
        case answered([Outcome])
        case finished([Outcome])
    }

    /// Takes in the end of a command, which libpq signals by a nil result.
    mutating func takeEnd() {
        guard hasAnswer else { return }
        hasAnswer = false
        steps.removeFirst()
    }

    /// Returns the same exchange as it was before it was sent.
    func again() -> Exchange {
        var copy = Exchange(
            id: id, segments: segments, continuation: continuation, awaited: awaited, limit: limit,
            onEnd: onEnd)
        copy.deadline = deadline
        copy.carried = carried
        copy.isSentAgain = true
        return copy
    }

    mutating func take(_ answer: Answer, kind: AnswerKind) -> Progress {
        // An error may also come for a sync, which commits; the sync's own answer then still follows.
        hasAnswer = currentStatement != nil
        switch kind {
        case .sync: return takeSync()
        case .error:
            let error = answer.error(in: currentStatement)
            if failure == nil {
                failure = error
                hasFailedToBegin = outcomes.isEmpty && answers.isEmpty && carried.first == .begin
            }
            if case .prepare(let name, _, _) = steps.first { return .refusedToPrepare(name: name) }
        case .skipped:
            if case .prepare(let name, _, _) = steps.first { return .refusedToPrepare(name: name) }
        case .rows:
            guard let step = steps.first else { return .goesOn }
            if case .prepare(let name, _, _) = step, let text = currentStatement?.text {
                return .prepared(name: name, statement: text)
            }
            answers.append(Rows(answer))
        }
        return .goesOn
    }

    private mutating func takeSync() -> Progress {
        hasAnswer = false
        steps.removeFirst()
        if outcomes.isEmpty { answers.removeFirst(min(carried.count, answers.count)) }
        outcomes.append(failure.map { .failure($0) } ?? .success(answers))
        failure = nil
        answers = []
        if steps.isEmpty { return .finished(outcomes) }
        guard outcomes.count == awaited, !isAnswered else { return .goesOn }
        isAnswered = true
        return .answered(outcomes)
    }

    private var currentStatement: Statement? {
        switch steps.first {
        case .prepare(_, let segment, let statement), .run(let segment, let statement):
            segments[segment][statement]
        case .sync, nil: nil
        }
    }
}

/// The four kinds of results that matter in an exchange.
enum AnswerKind {
    case rows, error, skipped, sync
}
