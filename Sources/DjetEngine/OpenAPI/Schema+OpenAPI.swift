import DjetModel
import DjetStore

extension Schema {
    /// The schema as JSON Schema, which OpenAPI 3.1 uses.
    var openAPI: JSONValue {
        get throws { try JSON.value(from: JSON.tree(of: jsonSchema)) }
    }
}
