import DequeModule

/// What came back for the statements up to one sync: all their answers, or the first error.
package typealias Outcome = Result<[Rows], StoreError>

/// Statements that are sent in one flush, and what has come back of them so far.
///
/// A segment is what ends in a sync: unless it says `begin` itself, the server runs it as one transaction.
struct Exchange {
    enum Step {
        case prepare(name: String, segment: Int, statement: Int)
        case run(segment: Int, statement: Int)
        case sync
    }

    /// By when somebody wants the answer.
    struct Deadline {
        let limit: Duration
        let end: ContinuousClock.Instant
    }

    let id: UInt64
    /// How long the answer may take; nil if there is time for as long as the server lives.
    let limit: Duration?
    /// Set when it enters the line.
    var deadline: Deadline?
    private(set) var segments: [[Statement]]
    /// What had been posted: the first statements of the first segment, whose answers nobody wants.
    private(set) var carried: [Statement] = []
    /// Nil if nobody waits for it.
    let continuation: CheckedContinuation<[Outcome], any Error>?
    /// How many segments the waiter waits for: the first ones.
    let awaited: Int
    /// Called when all is over: with what came of the segments that were answered.
    let onEnd: (@Sendable ([Outcome]) -> Void)?
    /// Whether the waiter has been told, or there is none.
    private(set) var isAnswered: Bool
    var steps = Deque<Step>()
    var isCancelled = false
    private(set) var isSentAgain = false

    private(set) var outcomes: [Outcome] = []
    private var answers: [Rows] = []
    private(set) var failure: StoreError?
    /// Whether it was to begin a transaction, and that is what failed.
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

    /// The same, behind what had been posted.
    func carrying(_ posted: [Statement]) -> Exchange {
        guard !posted.isEmpty else { return self }
        var copy = self
        copy.carried = posted
        copy.segments[0] = posted + segments[0]
        return copy
    }

    /// What to do once a result has been taken in.
    enum Progress {
        case goesOn
        case prepared(name: String, statement: String)
        case refusedToPrepare(name: String)
        case answered([Outcome])
        case finished([Outcome])
    }

    /// Takes in the end of a command, which libpq tells by a result that is nil.
    mutating func takeEnd() {
        guard hasAnswer else { return }
        hasAnswer = false
        steps.removeFirst()
    }

    /// The same, as it was before it was sent.
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
        // An error may also come for a sync, which commits: its own answer is still to come then.
        hasAnswer = currentStatement != nil
        switch kind {
        case .sync: return takeSync()
        case .error:
            let error = answer.error(in: currentStatement?.text)
            if failure == nil {
                failure = error
                hasFailedToBegin = outcomes.isEmpty && answers.isEmpty && carried.first?.text == "begin"
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
