"""Text (English, Chinese) into records, intents and facts, without a model."""
