extension Site {
    /// The engines that every site has, a line each.
    static var shippedEngines: [any Engine] {
        [
            AssetsEngine(),
            DirectoryEngine(),
            HealthEngine(),
            MetricsEngine(),
            NodesEngine(),
            PageEngine(),
        ]
    }
}
