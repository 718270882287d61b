import DjetJobmachine
public import DjetModel

/// Runs a program of the worker's machine, and returns its exit status and the end of its output.
///
/// `DJET_COMMANDS` says which programs there are. The arguments reach the program as they are: there is no
/// shell. Its environment has `PATH`, `HOME`, `LC_ALL`, and in a job `JOB_KEY` and `JOB_ATTEMPT`, by which it
/// can tell a repetition: a job may run again after its worker has died.
///
/// A line of the output tells the progress by a word such as `42%`, from 0 to 100, or `3/10`, in which the
/// first number is not the larger one. Signs around the word do not matter: `[ 42%]`, `(3/10):`. The last
/// such word of a line counts, and the line is the note. A carriage return ends a line, too.
///
/// When its time is over, when the job is cancelled or the worker stops, the program gets SIGTERM together
/// with the processes of its group, and 2 seconds later SIGKILL. What it leaves behind in its session ends
/// with it, in the same way, however it ends itself. A process that makes a session of its own is out of
/// reach.
public struct RunCommand: ModelFunction {
    /// The kind of its jobs.
    public static let name = "tools.run-command"
    /// No transaction is held while the program runs.
    public static let commit = Commit.detached
    /// The hints below the fields of its form.
    public static let hints = [
        "program": "A name of DJET_COMMANDS", "seconds": "3,600 unless told otherwise",
        "mustSucceed": "Fails, and is tried again, unless the exit status is 0",
    ]
    /// The most arguments, and the most bytes of them in all.
    static let most = (arguments: 1000, bytes: 100_000)
    /// The longest time, in seconds: a week.
    static let longest = 604_800

    /// The name of the program.
    public var program: String
    /// Its arguments; none if nil.
    public var arguments: [String]?
    /// The time that it may take; 3,600 seconds if nil.
    public var seconds: Int?
    /// True to throw `FailedCommand`, after which a job is tried again, unless the exit status is 0.
    /// Otherwise any exit status is a result.
    public var mustSucceed: Bool?

    /// Creates the run of a program.
    public init(
        _ program: String, _ arguments: [String] = [], seconds: Int? = nil, mustSucceed: Bool? = nil
    ) {
        self.program = program
        self.arguments = arguments
        self.seconds = seconds
        self.mustSucceed = mustSucceed
    }

    /// Runs the program. Throws `ModelError` for one that is not allowed or cannot be started,
    /// `JobError.timedOut`, and `FailedCommand` if it has to succeed and does not.
    public func run(in model: Model) async throws -> CommandOutcome {
        let path = try model.service(AllowedPrograms.self).path(of: program)
        try check()
        let process = CommandProcess(
            name: program, path: path, arguments: arguments ?? [], job: model.job)
        let outcome = try await within(.seconds(seconds ?? 3600)) {
            try await process.run { await model.report(done: $0.done, of: $0.of, note: $0.note) }
        }
        if mustSucceed == true, outcome.failure != nil { throw FailedCommand(outcome: outcome) }
        return outcome
    }

    private func check() throws {
        let arguments = arguments ?? []
        let bytes = arguments.reduce(0) { $0 + $1.utf8.count + 1 }
        guard arguments.count <= Self.most.arguments, bytes <= Self.most.bytes else {
            throw ModelError.invalid(
                "\(program) has \(arguments.count) arguments of \(bytes) bytes: "
                    + "at most \(Self.most.arguments) of \(Self.most.bytes) are allowed")
        }
        guard !arguments.contains(where: { $0.utf8.contains(0) }) else {
            throw ModelError.invalid("an argument of \(program) has a zero byte")
        }
        guard (1...Self.longest).contains(seconds ?? 1) else {
            throw ModelError.invalid("`seconds` must be from 1 to \(Self.longest)")
        }
    }
}
