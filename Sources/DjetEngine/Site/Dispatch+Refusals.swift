import DjetJSON
import DjetModel
import HTTPTypes
import Hummingbird

extension Dispatch {
    /// Notes a visitor's refusal (401 or 403) for the log and the audit.
    func noteRefusal(_ status: HTTPResponse.Status, _ visit: Visit?) {
        guard status == .unauthorized || status == .forbidden else { return }
        // A wrong password or code has its own entry.
        if status == .unauthorized, visit?.node.basetype == SignInEngine.basetype.name { return }
        site.refusals.note(
            RefusalCounts.Kind(
                status: status.code, user: visit?.user?.name, address: address,
                method: request.method.rawValue,
                path: request.uri.path.beginning(200).replacing("\0", with: "")))
    }
}
