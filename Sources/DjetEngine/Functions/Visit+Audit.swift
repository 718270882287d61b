import DjetModel
import Logging

extension Visit {
    /// Notes in the audit what has been done already and cannot be taken back: what goes wrong is logged.
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
