extension [any CodingKey] {
    /// The path in its usual notation: `lines[0].quantity`. It ends after about 200 bytes.
    package var written: String {
        var path = ""
        for key in self where path.utf8.count <= 200 {
            if let place = key.intValue {
                path += "[\(place)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return path
    }
}

extension DecodingError {
    /// The place and the reason, in words.
    package var sentence: String {
        switch self {
        case .keyNotFound(let key, let context): "\((context.codingPath + [key]).written) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? context.debugDescription : "\(context.codingPath.written): \(context.debugDescription)"
        @unknown default: "\(self)"
        }
    }
}
