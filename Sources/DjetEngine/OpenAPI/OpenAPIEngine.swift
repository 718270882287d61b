import DjetModel
import HTTPTypes

/// Describes the site to programs: an OpenAPI 3.1 document of everything that the visitor may do.
///
/// It is made of the tree and of the routes that requests are matched with, once for each tree and set of
/// rights.
struct OpenAPIEngine: Engine {
    static let basetype = Basetype("openapi", title: "OpenAPI", isSingleton: true)

    var routes: [Route] {
        [
            Route(
                .get, "", "The OpenAPI document of the operations that you may use",
                answer: .bytes(MediaName.json)
            ) { visit in
                let document = try await visit.site.openAPI.document(for: visit)
                return Reply(
                    .ok, [.contentType: MediaName.json, .eTag: document.tag, .vary: "Authorization, Cookie"],
                    .bytes(document.bytes))
            }
        ]
    }
}
