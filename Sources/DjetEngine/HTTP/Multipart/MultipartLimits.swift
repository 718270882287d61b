/// The limits of a multipart body. Whoever reads the parts limits their length.
struct MultipartLimits: Sendable {
    /// The most bytes of a part's header, and before the first part.
    var headerSize = 8_192
    /// The most parts.
    var parts = 1_000
}
