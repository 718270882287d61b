import DjetJSON

/// An output that can report a failure without an error, such as an import whose lines were all rejected. The
/// commands `call` and `offload --wait` print it, say why, and end with exit status 1; pages say why, too.
public protocol OutcomeReport {
    /// The reason why nothing came of it, as a sentence; nil if something did.
    var failure: String? { get }
}

extension ModelFunction {
    /// Returns why nothing came of a call with this JSON output; nil if something did, or if the output does
    /// not say.
    package static func failure(ofReply reply: String) -> String? {
        guard Output.self is any OutcomeReport.Type,
            let output = try? JSON.value(Output.self, from: reply)
        else { return nil }
        return (output as? any OutcomeReport)?.failure
    }
}
