public import DjetModel

/// The end of a program that a command ran.
public struct CommandOutcome: Codable, Hashable, Sendable {
    /// The name of the program.
    public var program: String
    /// The exit status; nil if a signal ended it.
    public var status: Int?
    /// The number of the signal that ended it; nil if it ended by itself.
    public var signal: Int?
    /// The end of its output and its errors, as they came, up to 64 kB. What is not UTF-8 is replaced.
    public var output: String
    /// The number of bytes that came before `output`.
    public var omitted: Int

    /// Creates an outcome.
    public init(program: String, status: Int?, signal: Int?, output: String, omitted: Int) {
        self.program = program
        self.status = status
        self.signal = signal
        self.output = output
        self.omitted = omitted
    }
}

extension CommandOutcome: OutcomeReport {
    /// The reason why the program has not succeeded; nil if its exit status is 0.
    public var failure: String? {
        guard status != 0 else { return nil }
        let end = status.map { "ended with exit status \($0)" } ?? "was ended by signal \(signal ?? 0)"
        return "\(program) \(end)"
    }
}

/// The error of a program that had to succeed and did not.
public struct FailedCommand: Error, Codable, Hashable, CustomStringConvertible {
    /// Its end.
    public let outcome: CommandOutcome

    /// The reason, and the last lines of the output.
    public var description: String {
        let end = outcome.output.utf8.suffix(1000)
        return "\(outcome.failure ?? outcome.program): \(String(decoding: end, as: UTF8.self))"
    }
}
