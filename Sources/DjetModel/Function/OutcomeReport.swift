import DjetJSON

/// An output that can report a failure without an error, such as an import whose lines were all rejected. The
/// commands `call` and `offload --wait` print it, say why, and end with exit status 1; pages say why, too.
public protocol OutcomeReport {
    /// The reason why nothing came of it, as a sentence without its full stop; nil if something did.
    var failure: String? { get }
    /// The output's file that has the reasons one by one, such as the rejected lines. Nil, the default, if
    /// there is none.
    var reasons: File? { get }
    /// The output's files that have nothing but a header: commands do not save them. None by default.
    var emptyFiles: [File] { get }
}

extension OutcomeReport {
    /// None.
    public var reasons: File? { nil }
    /// None.
    public var emptyFiles: [File] { [] }

    /// The failure, and the file that says why, for readers who have that at hand; nil if something came of
    /// it.
    package var explanation: String? {
        failure.map { failure in reasons.map { "\(failure); \($0.name) says why" } ?? failure }
    }
}

extension ModelFunction {
    /// Returns what a JSON output says of itself; nil if it is of a type that says nothing.
    package static func outcome(ofReply reply: String) -> (any OutcomeReport)? {
        guard Output.self is any OutcomeReport.Type else { return nil }
        return (try? JSON.value(Output.self, from: reply)) as? any OutcomeReport
    }
}
