import DjetStore

/// What a function returns if it can come to nothing without an error: an import, for one, all of whose lines were
/// rejected. The commands `call` and `offload --wait` print it, say why, and end with exit status 1.
public protocol OutcomeReport {
    /// Why nothing came of it, as a sentence; nil if something did.
    var failure: String? { get }
}

extension ModelFunction {
    /// Why nothing came of a call that returned this JSON; nil if something did, or if its output does not say.
    package static func failure(ofReply reply: String) -> String? {
        guard Output.self is any OutcomeReport.Type,
            let output = try? JSON.value(Output.self, from: reply)
        else { return nil }
        return (output as? any OutcomeReport)?.failure
    }
}
