export default function WhistlePage() { return null }
