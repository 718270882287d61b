import HTTPTypes
import Hummingbird

/// A response, and where it came from: names that the program declares, none that a client can make up.
struct RoutedResponse: Sendable {
    let response: Response
    /// The basetype of the node; `none` if the request reached none.
    let basetype: String
    /// The path of the route below the node, such as `{id:int}/cancel`; `/` for the node itself, and `none`
    /// if the request reached no route.
    let route: String

    /// The status, as a number.
    var status: Int { response.status.code }

    init(_ response: Response, _ basetype: String?, _ route: String?) {
        self.response = response
        self.basetype = basetype ?? "none"
        self.route = route.map { $0.isEmpty ? "/" : $0 } ?? "none"
    }
}
