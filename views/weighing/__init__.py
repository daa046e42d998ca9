"""Parts of the weight lab and of the committee's rounds."""
