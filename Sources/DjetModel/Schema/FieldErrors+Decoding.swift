import DjetJSON

extension FieldErrors {
    /// The fault that a decoder found, with the path of its field.
    package init(_ error: DecodingError) {
        let (path, reason) = error.placeAndReason
        self.init([FieldError(path.written, reason)])
    }
}

extension DecodingError {
    fileprivate var placeAndReason: (path: [any CodingKey], reason: String) {
        switch self {
        case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
        case .valueNotFound(_, let context): (context.codingPath, "must not be null")
        case .typeMismatch(_, let context), .dataCorrupted(let context):
            (context.codingPath, "does not fit: \(context.debugDescription)")
        @unknown default: ([], "does not fit")
        }
    }
}
