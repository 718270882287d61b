import DjetJSON
import DjetModel
import Logging

extension Visit {
    /// Adds an audit entry for something that is done and cannot be taken back. An error is logged, not
    /// thrown.
    func note(_ action: String, _ target: String, _ detail: [String: JSONValue] = [:]) async {
        do {
            try await model.audit(action, target, detail: detail)
        } catch {
            model.logger.error(
                "an audit entry is missing",
                metadata: ["action": "\(action)", "target": "\(target)", "error": "\(error)"])
        }
    }
}
